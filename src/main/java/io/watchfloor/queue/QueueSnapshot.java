package io.watchfloor.queue;

/**
 * A queue at one moment: it never changes, whatever the queue does meanwhile.
 *
 * @param version changes whenever anything visible in the snapshot does; unique in the
 * process
 * @param index the incidents
 * @param state how complete and fresh they are
 */
public record QueueSnapshot(long version, IncidentIndex index, QueueState state) {
}
