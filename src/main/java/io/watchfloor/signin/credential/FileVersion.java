package io.watchfloor.signin.credential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import org.jspecify.annotations.Nullable;

/**
 * What tells a file from what stood there before.
 *
 * @param modified when the file was last written
 * @param size its size in bytes
 */
record FileVersion(FileTime modified, long size) {

	/**
	 * Return the version of a file, or {@code null} if it is not there.
	 */
	static @Nullable FileVersion of(Path path) {
		try {
			return new FileVersion(Files.getLastModifiedTime(path), Files.size(path));
		}
		catch (IOException ex) {
			return null;
		}
	}

}
