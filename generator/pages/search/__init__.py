"""The search: what can be found, the words by which it is found, and the files in which a script looks them up."""
