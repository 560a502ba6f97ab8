package io.watchfloor.sandbox.graph;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;

import io.watchfloor.sandbox.SandboxAccount;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Who reads, and how.
 *
 * @param account whose token it is
 * @param unknownMembers whether they asked for the members of enumerations that came
 * later
 * @param api Graph's own address as the caller spells it, up to {@code /v1.0}
 * @param headers what every answer to this call says
 */
record Reader(SandboxAccount account, boolean unknownMembers, String api, Map<String, String> headers) {

	private static final String PREFERENCE = "include-unknown-enum-members";

	static Reader of(SandboxAccount account, HttpServletRequest request) {
		boolean unknownMembers = Collections.list(request.getHeaders("Prefer"))
			.stream()
			.flatMap((header) -> Arrays.stream(header.split(",")))
			.anyMatch((preference) -> preference.strip().equalsIgnoreCase(PREFERENCE));
		Map<String, String> headers = GraphErrors.headers(request);
		if (unknownMembers) {
			headers.put("Preference-Applied", PREFERENCE);
		}
		String url = request.getRequestURL().toString();
		return new Reader(account, unknownMembers, url.substring(0, url.length() - request.getPathInfo().length()),
				headers);
	}

}
