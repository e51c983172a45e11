"""What is copied of an article's pictures: the picture alone, without what cameras and programs wrote beside it."""
