package io.watchfloor.sandbox.entra;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.watchfloor.sandbox.SandboxAccount;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.HtmlUtils;

/**
 * The pages of the pretend Entra that are about permissions.
 */
final class ConsentPages {

	private static final Map<String, String> DISPLAY_NAMES = Map.of("Incident.Read", "Read incidents",
			"Incident.ReadWrite", "Read and write incidents", "SecurityIncident.Read.All",
			"Read all security incidents", "SecurityIncident.ReadWrite.All", "Read and write to all security incidents",
			"SecurityAlert.Read.All", "Read all security alerts");

	private ConsentPages() {
	}

	/**
	 * The page on which an account consents.
	 * @param scopes what it is asked for
	 */
	static String consent(HttpServletRequest request, SandboxAccount account, List<String> scopes) {
		String items = scopes.stream().map(ConsentPages::item).collect(Collectors.joining());
		return EntraPages.page("Permissions requested", """
				<p>%s</p>
				<p>Watchfloor would like to:</p>
				<ul>%s</ul>
				%s
				""".formatted(account.username(), items, form(request, """
				<button type="submit" name="answer" value="ACCEPT">Accept</button>
				<button type="submit" name="answer" value="CANCEL">Cancel</button>
				""")));
	}

	/**
	 * The page that sends an account to its administrator.
	 */
	static String needsAdmin(HttpServletRequest request) {
		return EntraPages.page("Need admin approval", """
				<p>Watchfloor asks for permissions that only an administrator can grant. Ask one to grant them to
				Watchfloor before you use it like this.</p>
				%s
				""".formatted(form(request, """
				<button type="submit" name="answer" value="RETURN">Return without granting consent</button>
				""")));
	}

	private static String form(HttpServletRequest request, String buttons) {
		return """
				<form method="post" action="%s">
				<input type="hidden" name="query" value="%s">
				%s</form>""".formatted(EntraTenant.CONSENT,
				HtmlUtils.htmlEscape(Objects.toString(request.getQueryString(), "")), buttons);
	}

	private static String item(String scope) {
		String name = scope.substring(scope.lastIndexOf('/') + 1);
		return "<li>%s<small>%s</small></li>\n".formatted(DISPLAY_NAMES.getOrDefault(name, name),
				HtmlUtils.htmlEscape(scope));
	}

}
