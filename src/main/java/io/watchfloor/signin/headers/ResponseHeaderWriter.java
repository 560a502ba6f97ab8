package io.watchfloor.signin.headers;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/**
 * Writes the security headers of every response.
 *
 * @see <a href=
 * "https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html">OWASP's
 * HTTP Security Response Headers</a>
 */
public final class ResponseHeaderWriter implements HeaderWriter {

	private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

	private static final Pattern STATIC_FILES = Pattern.compile("/(css|js|icons)/");

	private final List<HeaderWriter> writers;

	/**
	 * Create the writer of one installation.
	 * @param authorityOrigin scheme, host and port of the authority
	 */
	public ResponseHeaderWriter(String authorityOrigin) {
		CrossOriginOpenerPolicyHeaderWriter opener = new CrossOriginOpenerPolicyHeaderWriter();
		opener.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
		CrossOriginResourcePolicyHeaderWriter resource = new CrossOriginResourcePolicyHeaderWriter();
		resource.setPolicy(CrossOriginResourcePolicy.SAME_ORIGIN);
		this.writers = List.of(new ContentSecurityPolicyHeaderWriter(contentPolicy(authorityOrigin)),
				new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER), opener, resource,
				new PermissionsPolicyHeaderWriter(
						"camera=(), geolocation=(), microphone=(), payment=(), usb=(), clipboard-write=(self)"),
				new HstsHeaderWriter(), new XContentTypeOptionsHeaderWriter(), new XXssProtectionHeaderWriter(),
				new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY), ResponseHeaderWriter::forbidStoringNotModified,
				new CacheControlHeadersWriter());
	}

	/**
	 * Sign-out redirects to the authority, and some browsers apply {@code form-action} to
	 * redirects too. Text becomes markup only through the policy that the script
	 * {@code frame/page.js} defines for answers of this server.
	 * @see <a href="https://www.w3.org/TR/trusted-types/">Trusted Types</a>
	 */
	private static String contentPolicy(String authorityOrigin) {
		return String.join("; ",
				List.of("default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
						"font-src 'self'", "connect-src 'self'", "manifest-src 'self'", "base-uri 'none'",
						"frame-ancestors 'none'", "form-action 'self' " + authorityOrigin,
						"require-trusted-types-for 'script'", "trusted-types watchfloor-page"));
	}

	/**
	 * Forbid storing of 304 responses, as of the pages themselves (RFC 9110, section
	 * 15.4.5): Spring's own writer leaves them out. Static files may be stored. Requests
	 * that the server rejected have an empty path.
	 */
	private static void forbidStoringNotModified(HttpServletRequest request, HttpServletResponse response) {
		boolean notModified = response.getStatus() == HttpStatus.NOT_MODIFIED.value();
		if (notModified && !STATIC_FILES.matcher(request.getServletPath()).lookingAt()) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		}
	}

	/**
	 * Write the headers, unless they are already written.
	 */
	@Override
	public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
		if (!response.containsHeader(CONTENT_SECURITY_POLICY)) {
			this.writers.forEach((writer) -> writer.writeHeaders(request, response));
		}
	}

}
