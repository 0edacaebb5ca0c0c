"""The Vietnamese language: numbers and dates read and printed, order, forms.

In: text or plain values. Out: the other of the two. Knows of no indicator and
opens no file.
"""
