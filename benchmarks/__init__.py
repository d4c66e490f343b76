"""Measures against the budgets of docs/architecture; nothing imports these."""
