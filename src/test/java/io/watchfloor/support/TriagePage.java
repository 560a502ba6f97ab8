package io.watchfloor.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.watchfloor.support.Visitor.Page;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page with a form that changes incidents, which a visitor fills in and sends.
 *
 * @param visitor who sees it
 * @param page the page
 */
public record TriagePage(Visitor visitor, Page page) {

	/**
	 * The form of an incident's page.
	 */
	public static final String FORM = "form[data-triage-form]";

	/**
	 * Open a page.
	 */
	public static TriagePage open(Visitor visitor, String address) {
		return new TriagePage(visitor, visitor.open(address.replaceFirst("#.*", "")));
	}

	public Document html() {
		return this.page.html();
	}

	/**
	 * Return what the page says became of a change, empty for nothing.
	 */
	public String result() {
		return html().select(".triage-result").text();
	}

	/**
	 * Return what a form holds, without its buttons and boxes that are not ticked.
	 * @param form the selector of the form
	 */
	public Map<String, String> fields(String form) {
		Map<String, String> fields = new LinkedHashMap<>();
		Element element = form(form);
		element.select("input[name]:not([type=checkbox])")
			.forEach((input) -> fields.put(input.attr("name"), input.val()));
		element.select("textarea").forEach((area) -> fields.put(area.attr("name"), area.wholeText()));
		element.select("select").forEach((select) -> {
			Element chosen = select.selectFirst("option[selected]");
			fields.put(select.attr("name"), ((chosen != null) ? chosen : select.expectFirst("option")).val());
		});
		return fields;
	}

	/**
	 * Send the form of the incident once, without following to where it leads.
	 * @param typed what is typed into its fields, and the button that is pressed, if it
	 * has a name
	 */
	public Page post(Map<String, String> typed) {
		Map<String, String> fields = fields(FORM);
		fields.putAll(typed);
		return this.visitor.post(form(FORM).attr("action"), fields);
	}

	/**
	 * Send the form of the incident, and open the page that it leads to.
	 */
	public TriagePage send(Map<String, String> typed) {
		return open(this.visitor, post(typed).location());
	}

	/**
	 * Press a button, by what it reads.
	 */
	public TriagePage press(String label) {
		return new TriagePage(this.visitor, this.visitor.press(this.page, label));
	}

	/**
	 * Begin to change incidents from the queue, and open the page of the run. Those that
	 * the page does not list are named by their numbers alone.
	 * @param change the fields that are filled in
	 * @param ids the numbers of the incidents that are ticked
	 */
	public TriagePage begin(Map<String, String> change, long... ids) {
		StringBuilder boxes = new StringBuilder();
		for (long id : ids) {
			String box = html().select("#incident-" + id + " input[name=id]").val();
			boxes.append("&id=").append(encoded(box.isEmpty() ? Long.toString(id) : box));
		}
		Map<String, String> fields = fields("#triage-form");
		fields.putAll(change);
		String body = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
		return open(this.visitor, this.visitor.post("/incidents/triage", body + boxes).location());
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private Element form(String selector) {
		return Objects.requireNonNull(html().selectFirst(selector),
				() -> selector + " on " + this.page.uri() + ": " + html().text());
	}

}
