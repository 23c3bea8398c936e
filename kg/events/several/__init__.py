"""One sentence that tells of several events: lists, repetitions, meetings one by one."""
