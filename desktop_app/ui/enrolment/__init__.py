"""Parts of the page of enrolment."""
