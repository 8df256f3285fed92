"""The slow reference: counting law read aloud, one day or one session at a time.

Pure Python, standard library only. It shares no code, no table and no import with the library
(tests/support/test_oracle_alone.py checks that), so that both can only be right together or differ.
"""
