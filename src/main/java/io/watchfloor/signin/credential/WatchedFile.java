package io.watchfloor.signin.credential;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A file that is looked at again every few seconds.
 */
final class WatchedFile {

	/**
	 * For how long the file is not looked at again.
	 */
	private static final Duration PAUSE = Duration.ofSeconds(5);

	private final Path path;

	private final Clock clock;

	private Instant nextLook;

	WatchedFile(Path path, Clock clock) {
		this.path = path;
		this.clock = clock;
		this.nextLook = clock.instant().plus(PAUSE);
	}

	Path path() {
		return this.path;
	}

	/**
	 * Return what stands there now.
	 * @return the version, or {@code null} if it is too early to look or the file is not
	 * there
	 */
	@Nullable FileVersion look() {
		Instant now = this.clock.instant();
		if (now.isBefore(this.nextLook)) {
			return null;
		}
		this.nextLook = now.plus(PAUSE);
		return FileVersion.of(this.path);
	}

}
