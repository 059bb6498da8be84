package parley.engine.session;

import parley.protocol.frame.Bytes;

/** What became of something that was asked for under a ticket. */
sealed interface Answer {

  record Done() implements Answer {}

  record Content(Bytes bytes) implements Answer {}

  record Scripted(ScriptAnswer answer) implements Answer {}

  record Refused(String why) implements Answer {}
}
