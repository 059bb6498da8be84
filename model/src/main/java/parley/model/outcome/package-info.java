/**
 * What came of running a conversation, as plain data for whoever prints or stores it: a {@link
 * parley.model.outcome.ConversationOutcome} holds the {@link parley.model.outcome.StepOutcome} of
 * every step in the order they ended, with its checks and with what each receive saw.
 */
package parley.model.outcome;
