package io.watchfloor.sandbox.entra;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Collectors;

import io.watchfloor.sandbox.SandboxAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.util.HtmlUtils;

/**
 * The pages of the pretend Entra.
 */
final class EntraPages {

	static final String STYLE = """
			body { font: 16px/1.5 system-ui, sans-serif; background: #eef1f5; color: #1b1f24; margin: 0;
				display: grid; min-height: 100vh; place-items: center }
			main { background: #fff; padding: 2rem; width: min(26rem, 90vw); border-radius: 8px;
				box-shadow: 0 2px 12px rgb(0 0 0 / 12%) }
			h1 { font-size: 1.25rem; margin: 0 0 .5rem }
			.note { background: #fff4ce; border-left: 4px solid #8a6100; padding: .5rem .75rem; font-weight: 600 }
			button { display: block; width: 100%; text-align: left; padding: .75rem; margin: .5rem 0; font: inherit;
				background: #fff; border: 1px solid #8a94a0; border-radius: 6px; cursor: pointer }
			button:hover, button:focus-visible { background: #e8f1fb; border-color: #0b5cad }
			small { display: block; color: #57606a }
			p { overflow-wrap: anywhere }
			""";

	private EntraPages() {
	}

	/**
	 * The page with a button for each account, which says what it is there to show, the
	 * hinted one first.
	 */
	static String accounts(HttpServletRequest request) {
		String hint = Objects.toString(request.getParameter("login_hint"), "");
		String buttons = SandboxAccount.values()
			.stream()
			.sorted(Comparator.comparing((account) -> !account.username().equalsIgnoreCase(hint)))
			.map(EntraPages::button)
			.collect(Collectors.joining());
		String query = HtmlUtils.htmlEscape(Objects.toString(request.getQueryString(), ""));
		return page("Pick an account", """
				<form method="post" action="%s">
				<input type="hidden" name="query" value="%s">
				%s
				<button type="submit" name="cancel" value="true">Cancel</button>
				</form>
				""".formatted(EntraTenant.LOGIN, query, buttons));
	}

	private static String button(SandboxAccount account) {
		return "<button type=\"submit\" name=\"account\" value=\"%s\">%s<small>%s</small><small>%s</small></button>\n"
			.formatted(account.name(), account.displayName(), account.username(), account.purpose());
	}

	static String error(String description) {
		return page("Sorry, but we\u2019re having trouble signing you in.",
				"<p>" + HtmlUtils.htmlEscape(description) + "</p>");
	}

	static String signedOut() {
		return page("You signed out of your account", "<p>It is a good idea to close all browser windows.</p>");
	}

	static String page(String title, String content) {
		return """
				<!doctype html>
				<html lang="en">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<title>%1$s</title>
				<link rel="icon" href="data:,">
				<link rel="stylesheet" href="/sandbox.css">
				</head>
				<body>
				<main>
				<p class="note">Sandbox: this is not Microsoft</p>
				<h1>%1$s</h1>
				%2$s
				</main>
				</body>
				</html>
				""".formatted(title, content);
	}

	static void send(HttpServletResponse response, int status, String page) throws IOException {
		response.setStatus(status);
		response.setContentType("text/html; charset=utf-8");
		response.setHeader("Cache-Control", "no-store");
		response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
	}

}
