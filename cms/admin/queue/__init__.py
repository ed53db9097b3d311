"""待我审核: all that waits for somebody, to be sorted, narrowed, gone through, and approved together where she has read it."""
