"""The program tests itself on the computer it runs on: each check one idea, its finding one line in words."""
