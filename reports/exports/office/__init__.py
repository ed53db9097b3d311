"""Word documents in the form of Chinese offices (GB/T 9704: A4, 仿宋 三号, 22 lines of 28 signs), from the body's blocks."""
