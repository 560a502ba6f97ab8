package io.watchfloor.defender.graph;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The addresses of next pages that came with the incidents of one filter, by the number
 * of incidents before each. Only an address of the configured API's own list is taken:
 * whatever a response says, the token goes nowhere else.
 */
final class NextLinks {

	private final URI list;

	private final TreeMap<Integer, URI> byPosition = new TreeMap<>();

	private @Nullable GraphFilter filter;

	/**
	 * Create links, none at first.
	 * @param list the address of the list
	 */
	NextLinks(URI list) {
		this.list = list;
	}

	/**
	 * Return the link to the page that holds a position, or to one before it.
	 * @param of the filter; links of another one are forgotten
	 * @param position the number of incidents before the position
	 * @return the link and the number of incidents before it, or {@code null} for none
	 */
	Map.@Nullable Entry<Integer, URI> before(GraphFilter of, int position) {
		if (!of.equals(this.filter)) {
			this.byPosition.clear();
			this.filter = of;
		}
		return this.byPosition.floorEntry(position);
	}

	/**
	 * Keep a link.
	 * @param position the number of incidents before it
	 * @param link the link as it was sent
	 * @return the link, or {@code null} if it is none to follow
	 */
	@Nullable URI keep(int position, @Nullable String link) {
		URI checked = checked(link, this.list);
		if (checked != null) {
			this.byPosition.put(position, checked);
		}
		return checked;
	}

	/**
	 * Forget all links, since they expire.
	 */
	void forget() {
		this.byPosition.clear();
	}

	/**
	 * Return a link if it leads to another page of a list.
	 * @param link the link as it was sent
	 * @param list the address of the list
	 * @return the link, or {@code null} if its origin or its path is another
	 */
	static @Nullable URI checked(@Nullable String link, URI list) {
		if (link == null) {
			return null;
		}
		try {
			URI uri = URI.create(link);
			boolean own = list.getScheme().equals(uri.getScheme()) && list.getHost().equals(uri.getHost())
					&& list.getPort() == uri.getPort() && uri.getUserInfo() == null && uri.getFragment() == null
					&& list.getRawPath().equals(uri.getRawPath());
			return own ? uri : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
