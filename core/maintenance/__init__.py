"""All sites at once rest while their operators mend something, and say until when."""
