"""QA: the Robot Framework library `pcm.qa.HeadUnit`, flows and what they tell."""
