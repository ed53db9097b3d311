"""What lectures, activities, meetings and stories share: rules of time, terms to choose, what their pages show."""
