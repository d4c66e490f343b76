"""The keywords, one a verb, in groups; `pcm.qa.library.HeadUnit` is all of them."""
