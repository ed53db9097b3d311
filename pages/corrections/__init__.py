"""我要纠错: readers report mistakes, without JavaScript, without an account, without any third party."""
