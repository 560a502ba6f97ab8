package io.watchfloor.signin.headers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.header.HeaderWriter;

/**
 * Answers requests that Tomcat cannot read and refuses before anything of the application
 * sees them: with the same headers as ever, a page in the same style, and not a word of
 * the server. What a client garbled is the client's mistake: a 5xx would alarm whoever
 * watches for faults of this application.
 */
final class BadRequestValve extends ErrorReportValve {

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="en">
			<head>
				<meta charset="utf-8">
				<title>This request cannot be answered · Watchfloor</title>
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<meta name="color-scheme" content="light dark">
				<link rel="stylesheet" href="{path}/css/frame/tokens.css">
				<link rel="stylesheet" href="{path}/css/frame/app.css">
				<link rel="stylesheet" href="{path}/css/problem/message.css">
			</head>
			<body>
			<div class="frame-main"><main class="message">
				<p class="message-code">Error {status}</p>
				<h1>This request cannot be answered</h1>
				<p class="lead">The request is not one that Watchfloor understands.</p>
				<p>Often the address was cut off or mistyped when it was copied. Nothing was read or changed.</p>
				<p class="row"><a class="button primary" href="{path}/">Start page</a></p>
			</main></div>
			</body>
			</html>
			""";

	private final String contextPath;

	private final HeaderWriter headers;

	BadRequestValve(String contextPath, HeaderWriter headers) {
		this.contextPath = contextPath;
		this.headers = headers;
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		int status = response.getStatus();
		if (status < HttpServletResponse.SC_BAD_REQUEST || response.getContentWritten() > 0
				|| !response.setErrorReported()) {
			return;
		}
		int told = isOfTheProtocol(status) ? HttpServletResponse.SC_BAD_REQUEST : status;
		byte[] page = PAGE.replace("{path}", this.contextPath)
			.replace("{status}", Integer.toString(told))
			.getBytes(StandardCharsets.UTF_8);
		try {
			response.setStatus(told);
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
	 * A method, a transfer coding or a version of HTTP that Tomcat does not know.
	 */
	private static boolean isOfTheProtocol(int status) {
		return status == HttpServletResponse.SC_NOT_IMPLEMENTED
				|| status == HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED;
	}

}
