"""Views: pure derivations from a Record to small frozen values.

Channel states, office holders, counterparts, chains, accounts and numbers. No file, no network, no clock: a
day up to which something is asked is always a parameter. The parties' names never stand here.
"""
