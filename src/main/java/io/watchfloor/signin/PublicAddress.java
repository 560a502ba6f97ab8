package io.watchfloor.signin;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.watchfloor.http.SafeAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The address at which people reach Watchfloor. The redirect URI and the address to
 * return to after sign-out are made from it. Where it is not set, as in a trial on one
 * machine, each request's own host counts.
 *
 * @param url {@code WATCHFLOOR_URL}, with its path if it has one and without a trailing
 * slash, or {@code null}
 */
@ConfigurationProperties("watchfloor.address")
record PublicAddress(@Nullable URI url) {

	PublicAddress {
		String text = (url != null) ? StringUtils.trimTrailingCharacter(url.toString().strip(), '/') : "";
		url = text.isEmpty() ? null : URI.create(text);
	}

	/**
	 * Check that the address can be Watchfloor's.
	 * @param contextPath the path below which Watchfloor answers
	 * @return this address
	 * @throws SettingsException if not, with everything that is wrong
	 */
	PublicAddress checked(String contextPath) {
		if (this.url == null) {
			return this;
		}
		List<String> problems = new ArrayList<>();
		if (!SafeAddress.isSafe(this.url)) {
			problems.add("WATCHFLOOR_URL must be an https address such as https://watchfloor.contoso.com, "
					+ "with a path if Watchfloor has one and without a query");
		}
		else if (!contextPath.equals(this.url.getPath())) {
			problems.add("WATCHFLOOR_URL has the path \"" + this.url.getPath() + "\", and Watchfloor answers below \""
					+ contextPath + "\". Set SERVER_SERVLET_CONTEXT_PATH to the same path, "
					+ "and let the proxy pass it on as it is");
		}
		if (!problems.isEmpty()) {
			throw new SettingsException(problems);
		}
		return this;
	}

	/**
	 * Return the address of a path of Watchfloor.
	 * @param request a request, whose host counts where no address is set
	 * @param path the path within Watchfloor, with its leading slash
	 * @return the absolute address
	 */
	String of(HttpServletRequest request, String path) {
		return (this.url != null) ? this.url + path
				: ServletUriComponentsBuilder.fromContextPath(request).path(path).toUriString();
	}

	/**
	 * Return whether people reach Watchfloor over https as far as the address tells.
	 */
	boolean isSecure() {
		return this.url != null && "https".equals(this.url.getScheme());
	}

	/**
	 * Return the host in lower case, or {@code null} where no address is set.
	 */
	@Nullable String host() {
		String host = (this.url != null) ? this.url.getHost() : null;
		return (host != null) ? host.toLowerCase(Locale.ROOT) : null;
	}

}
