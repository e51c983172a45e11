"""What is made again, and what is not: dependencies that record themselves, and digests of what they answered."""
