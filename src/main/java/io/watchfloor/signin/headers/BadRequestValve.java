package io.watchfloor.signin.headers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.security.web.header.HeaderWriter;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Answers requests that Tomcat cannot read and refuses before anything of the application
 * sees them: with the same headers as ever, a page in the same style, and not a word of
 * the server. What a client garbled is the client's mistake: a 5xx would alarm whoever
 * watches for faults of this application.
 */
final class BadRequestValve extends ErrorReportValve {

	private static final List<String> STYLES = List.of("/css/frame/tokens.css", "/css/frame/app.css",
			"/css/problem/message.css");

	private final String contextPath;

	private final HeaderWriter headers;

	private final Supplier<ITemplateEngine> templates;

	private final Supplier<ResourceUrlProvider> addresses;

	BadRequestValve(String contextPath, HeaderWriter headers, Supplier<ITemplateEngine> templates,
			Supplier<ResourceUrlProvider> addresses) {
		this.contextPath = contextPath;
		this.headers = headers;
		this.templates = templates;
		this.addresses = addresses;
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		int status = response.getStatus();
		if (status < HttpServletResponse.SC_BAD_REQUEST || response.getContentWritten() > 0
				|| !response.setErrorReported()) {
			return;
		}
		int answered = isUnknownProtocol(status) ? HttpServletResponse.SC_BAD_REQUEST : status;
		byte[] page = page(answered);
		try {
			response.setStatus(answered);
			this.headers.writeHeaders(request, response);
			response.setContentType("text/html;charset=UTF-8");
			response.setContentLength(page.length);
			response.getOutputStream().write(page);
			response.finishResponse();
		}
		catch (IOException | IllegalStateException ex) {
			// Nobody is there any more to be told
		}
	}

	/**
	 * Print the page. Its links start with the application's path: Thymeleaf's own links
	 * need a request that has reached the application.
	 */
	private byte[] page(int status) {
		List<String> styles = STYLES.stream().map(this::address).toList();
		Context values = new Context(Locale.ENGLISH,
				Map.of("base", this.contextPath, "status", status, "styles", styles));
		return this.templates.get().process("problem/bad-request", values).getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Return the address of a style sheet, which changes with its content: browsers keep
	 * style sheets for a year.
	 */
	private String address(String path) {
		String versioned = this.addresses.get().getForLookupPath(path);
		return this.contextPath + ((versioned != null) ? versioned : path);
	}

	/**
	 * Return whether Tomcat does not know a method, a transfer coding or a version of
	 * HTTP. That is the client's mistake, answered 400: a 501 or 505 would alarm whoever
	 * watches for faults of this application.
	 */
	private static boolean isUnknownProtocol(int status) {
		return status == HttpServletResponse.SC_NOT_IMPLEMENTED
				|| status == HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED;
	}

}
