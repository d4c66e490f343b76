"""What is served to a browser, over real sockets and in a real browser."""
