package io.watchfloor.web.incident;

import java.time.Instant;
import java.util.Objects;

import io.watchfloor.web.address.StandardView;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * When an incident was read, and the address of its page, for the page on paper.
 *
 * @param time when it was read
 * @param address the page's absolute address
 */
record PrintStamp(TimeView time, String address) {

	/**
	 * Create the stamp of an incident, whichever of its pages is asked for.
	 */
	static PrintStamp of(HttpServletRequest request, long id, Instant now) {
		return new PrintStamp(Objects.requireNonNull(TimeView.of(now, now)),
				ServletUriComponentsBuilder.fromContextPath(request).path(StandardView.PATH + "/" + id).toUriString());
	}

}
