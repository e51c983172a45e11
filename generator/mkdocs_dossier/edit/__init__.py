"""Changes what users wrote, and leaves every other character of it as it is: functions from text to text."""
