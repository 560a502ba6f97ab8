package io.watchfloor.web.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The views that an analyst saved in this browser, in order, and which view a sign-in
 * opens. All of it fits in a cookie.
 *
 * @param views the views, whose names differ
 * @param start the name of the view that a sign-in opens, a usual or a saved one; empty
 * for the dashboard
 */
public record SavedViews(List<SavedView> views, String start) {

	/**
	 * No saved views, and the dashboard first.
	 */
	public static final SavedViews NONE = new SavedViews(List.of(), "");

	/**
	 * The name of the dashboard in the navigation.
	 */
	public static final String DASHBOARD = "Dashboard";

	/**
	 * The most views.
	 */
	public static final int MOST = 12;

	/**
	 * The most characters of {@link #value}: browsers take 4,096 for a cookie with its
	 * name, and the server 16 KB for all headers of a request.
	 */
	static final int LONGEST = 3000;

	/**
	 * Create the views of a browser. A start that is none of the views is forgotten.
	 * @throws RefusedViewException if they are too many, too long together, or two have
	 * the same name
	 */
	public SavedViews {
		views = List.copyOf(views);
		start = address(views, "", start).isPresent() ? start : "";
		if (views.size() > MOST) {
			throw new RefusedViewException("There are " + MOST + " saved views already. Delete one first.");
		}
		if (views.stream().map(SavedView::name).distinct().count() < views.size()) {
			throw new RefusedViewException("There is another view of this name already.");
		}
		if (value(views, start).length() > LONGEST) {
			throw new RefusedViewException("The saved views are too long together for a cookie of this browser. "
					+ "Delete one first, or save this one with fewer filters.");
		}
	}

	/**
	 * Parse the value of a cookie. What is no view, or one too many, is left out.
	 */
	public static SavedViews parse(@Nullable String value) {
		if (value == null || value.length() > LONGEST) {
			return NONE;
		}
		List<String> parts = List.of(value.split("\\|", -1));
		SavedViews parsed = NONE;
		for (String part : parts.subList(1, parts.size())) {
			SavedView view = SavedView.parse(part).orElse(null);
			if (view != null && parsed.find(view.name()).isEmpty()) {
				parsed = unlessRefused(parsed, (views) -> views.with(view));
			}
		}
		return unlessRefused(parsed, (views) -> views.startingWith(SavedView.decode(parts.get(0))));
	}

	private static SavedViews unlessRefused(SavedViews views, UnaryOperator<SavedViews> change) {
		try {
			return change.apply(views);
		}
		catch (RefusedViewException | IllegalArgumentException ex) {
			return views;
		}
	}

	/**
	 * Return all of this as the value of a cookie (RFC 6265, section 4.1.1).
	 * @return such as {@code Open|Phishing?category=InitialAccess}
	 */
	public String value() {
		return value(this.views, this.start);
	}

	private static String value(List<SavedView> views, String start) {
		return Stream.concat(Stream.of(SavedView.encode(start)), views.stream().map(SavedView::value))
			.collect(Collectors.joining("|"));
	}

	private Optional<SavedView> find(String name) {
		return this.views.stream().filter((view) -> view.name().equals(name)).findFirst();
	}

	/**
	 * Return these views with one more, or with another in the place of that of the same
	 * name.
	 */
	public SavedViews with(SavedView view) {
		return find(view.name()).isPresent() ? replaced(view.name(), (old) -> view, this.start)
				: changed((list) -> list.add(view), this.start);
	}

	/**
	 * Return these views with another name for one of them.
	 */
	public SavedViews renamed(String name, String newName) {
		String newStart = this.start.equals(name) ? newName.strip() : this.start;
		return replaced(name, (view) -> new SavedView(newName, view.query()), newStart);
	}

	private SavedViews replaced(String name, UnaryOperator<SavedView> change, String newStart) {
		return changed((list) -> list.replaceAll((view) -> view.name().equals(name) ? change.apply(view) : view),
				newStart);
	}

	/**
	 * Return these views with one moved.
	 * @param steps by how many places, negative for towards the first
	 */
	public SavedViews moved(String name, int steps) {
		return changed((list) -> {
			int from = IntStream.range(0, list.size())
				.filter((at) -> list.get(at).name().equals(name))
				.findFirst()
				.orElse(-1);
			if (from >= 0) {
				SavedView view = list.remove(from);
				list.add(Math.max(0, Math.min(list.size(), from + steps)), view);
			}
		}, this.start);
	}

	/**
	 * Return these views without one.
	 */
	public SavedViews without(String name) {
		return changed((list) -> list.removeIf((view) -> view.name().equals(name)), this.start);
	}

	/**
	 * Return these views with another one that a sign-in opens.
	 */
	public SavedViews startingWith(String name) {
		return new SavedViews(this.views, name);
	}

	private SavedViews changed(Consumer<List<SavedView>> change, String newStart) {
		List<SavedView> list = new ArrayList<>(this.views);
		change.accept(list);
		return new SavedViews(list, newStart);
	}

	/**
	 * Return the address that a sign-in opens.
	 * @param base the path under which the application runs, empty for the root
	 */
	public String startAddress(String base) {
		return address(this.views, base, this.start).orElse(base + "/");
	}

	private static Optional<String> address(List<SavedView> views, String base, String name) {
		Stream<String> usual = Stream.of(StandardView.values())
			.filter((view) -> view.label().equals(name))
			.map((view) -> view.address(base));
		Stream<String> saved = views.stream()
			.filter((view) -> view.name().equals(name))
			.map((view) -> IncidentQueryParameters.address(base + StandardView.PATH, view.query()));
		return Stream.concat(usual, saved).findFirst();
	}

}
