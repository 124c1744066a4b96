"""At home on the person's computer: what an administrator fixed, one program an office, work saved when the session ends."""
