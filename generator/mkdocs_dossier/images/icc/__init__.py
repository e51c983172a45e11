"""Colour profiles (ICC.1:2022): read to the numbers that colours need, and written again from these alone."""
