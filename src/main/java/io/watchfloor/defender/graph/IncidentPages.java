package io.watchfloor.defender.graph;

import java.net.URI;
import java.util.Map;

import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.IncidentSource.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages of incidents. Readers go back by creation, so that they skip only some that
 * were created at the same time as the last of the page before: those are read and left
 * out. Where more than a page were created at one time, the links of next pages are
 * followed, and from the beginning again when they have expired.
 */
final class IncidentPages {

	private final GraphCalls calls;

	IncidentPages(GraphCalls calls) {
		this.calls = calls;
	}

	/**
	 * Read a page.
	 * @param request the page
	 * @param links the links that the same reader came by
	 * @return the page
	 * @throws DefenderException when a call fails
	 */
	ListedRows read(PageRequest request, NextLinks links) {
		GraphFilter filter = GraphFilter.of(request);
		Map.Entry<Integer, URI> link = links.before(filter, request.skip());
		if (link == null) {
			return readFromBeginning(filter, request, links, request.priority());
		}
		try {
			return readOn(link.getValue(), link.getKey(), request, links, request.priority());
		}
		catch (DefenderException.Rejected | DefenderException.NotFound ex) {
			links.forget();
			return readFromBeginning(filter, request, links, request.priority().following());
		}
	}

	private ListedRows readFromBeginning(GraphFilter filter, PageRequest request, NextLinks links,
			CallPriority priority) {
		int top = Math.min(GraphCalls.LARGEST_PAGE, request.skip() + request.top());
		ListedRows first = this.calls.incidents(filter, top, priority, request.retried());
		URI next = links.keep(first.size(), first.nextLink());
		if (request.skip() < first.size() || first.nextLink() == null) {
			return first.part(request.skip(), request.top());
		}
		return readOn(required(next), first.size(), request, links, priority.following());
	}

	/**
	 * Follow links up to the one to the page where a request begins.
	 */
	private ListedRows readOn(URI link, int position, PageRequest request, NextLinks links, CallPriority priority) {
		URI next = link;
		int before = position;
		CallPriority nextPriority = priority;
		while (true) {
			ListedRows rows = this.calls.incidents(next, nextPriority);
			URI after = links.keep(before + rows.size(), rows.nextLink());
			if (request.skip() < before + rows.size() || rows.nextLink() == null || rows.size() == 0) {
				return rows.part(request.skip() - before, request.top());
			}
			next = required(after);
			before += rows.size();
			nextPriority = priority.following();
		}
	}

	private static URI required(@Nullable URI link) {
		if (link == null) {
			throw new DefenderException.Malformed("The answer names no next page of the same list", null);
		}
		return link;
	}

}
