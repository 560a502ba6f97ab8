package io.watchfloor.web.incident;

import java.time.Instant;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * When an incident was read, and the address of its page, for the page on paper.
 *
 * @param time when it was read
 * @param address the page's absolute address
 */
record PrintStamp(TimeView time, String address) {

	static PrintStamp of(HttpServletRequest request, Instant now) {
		return new PrintStamp(Objects.requireNonNull(TimeView.of(now, now)),
				ServletUriComponentsBuilder.fromRequestUri(request).toUriString());
	}

}
