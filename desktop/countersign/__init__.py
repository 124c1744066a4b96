"""The supervisor's view: findings beside the letter, return, sign, issue."""
