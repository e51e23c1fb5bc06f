// Tests talk to servers on this machine.
process.env.GONG_ALLOW_LOCAL = "true";
