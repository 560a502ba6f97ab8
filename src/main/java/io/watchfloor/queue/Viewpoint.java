package io.watchfloor.queue;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who looks at the queue, and when.
 *
 * @param analyst the user names that incidents may be assigned to, in lower case and
 * without what a tenant adds to those of guests; empty where Entra sent none
 * @param now the present
 * @param attention what the installation expects of its analysts
 */
public record Viewpoint(Set<String> analyst, Instant now, AttentionSettings attention) {

	/**
	 * A guest of a tenant: {@code ada_contoso.com#EXT#@tenant.onmicrosoft.com}. A domain
	 * has no underscore, so that the last one stands for the sign before it.
	 * @see <a href=
	 * "https://learn.microsoft.com/en-us/entra/external-id/user-properties">Properties of
	 * a Microsoft Entra B2B collaboration user</a>
	 */
	private static final Pattern GUEST = Pattern.compile("(.+)_([^_@]+)#ext#@.*");

	/**
	 * An account of another provider: {@code live.com#ada@outlook.com}.
	 */
	private static final Pattern OTHER_PROVIDER = Pattern.compile("[^@#]+#(.+@.+)");

	public Viewpoint {
		analyst = analyst.stream().map(Viewpoint::homeAddress).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Create a viewpoint of an analyst with one user name.
	 * @param analyst the user name
	 * @param now the present
	 * @param attention what the installation expects of its analysts
	 */
	public Viewpoint(String analyst, Instant now, AttentionSettings attention) {
		this(Set.of(analyst), now, attention);
	}

	/**
	 * Return whether an incident's owner is the analyst who looks.
	 * @param owner the user name that the incident is assigned to, in any case
	 * @return whether it is one of the analyst's
	 */
	public boolean isAnalyst(String owner) {
		return this.analyst.contains(homeAddress(owner));
	}

	/**
	 * Return whether it is known which incidents are assigned to the analyst.
	 * @return whether Entra sent a user name
	 */
	public boolean knowsAnalyst() {
		return !this.analyst.isEmpty();
	}

	/**
	 * Return the address at which a person is at home, in lower case: guests and accounts
	 * of other providers have it within their user name.
	 */
	private static String homeAddress(String userName) {
		String lower = userName.strip().toLowerCase(Locale.ROOT);
		Matcher guest = GUEST.matcher(lower);
		if (guest.matches()) {
			return guest.group(1) + "@" + guest.group(2);
		}
		Matcher other = OTHER_PROVIDER.matcher(lower);
		return (other.matches()) ? other.group(1) : lower;
	}

}
