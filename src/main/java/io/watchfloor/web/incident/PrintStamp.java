package io.watchfloor.web.incident;

import java.time.Instant;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * When a page was read and where it is found again, for its print.
 *
 * @param time when
 * @param address its whole address
 */
record PrintStamp(TimeView time, String address) {

	static PrintStamp of(HttpServletRequest request, Instant now) {
		return new PrintStamp(Objects.requireNonNull(TimeView.of(now, now)),
				ServletUriComponentsBuilder.fromRequestUri(request).toUriString());
	}

}
