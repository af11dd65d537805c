"""The form in which an event is written in the browser: made of the models, checked by their rules."""
