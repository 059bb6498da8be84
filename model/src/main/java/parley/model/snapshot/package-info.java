/**
 * What the connections of a conversation were like when it was recorded: a {@link
 * parley.model.snapshot.Snapshot} holds {@link parley.model.snapshot.Kept} messages for each row of
 * its data, and {@link parley.model.snapshot.Mask}s for what differs from run to run.
 */
package parley.model.snapshot;
