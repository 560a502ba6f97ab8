package io.watchfloor.queue;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.watchfloor.defender.DefenderException;

/**
 * How much of the asked range a queue holds, and how fresh it is.
 *
 * @param asOf when the API last told what is new; {@code null} before the first answer
 * @param read how many incidents are held
 * @param backTo how far back they were read, by creation; {@code null} before the first
 * answer
 * @param complete whether all of the asked range is held
 * @param failure why the last call failed; {@code null} when it did not
 */
public record QueueState(@Nullable Instant asOf, int read, @Nullable Instant backTo, boolean complete,
		@Nullable DefenderException failure) {
}
