"""Pictures of time: timelines, calendars, bars."""
