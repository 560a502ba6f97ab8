package io.watchfloor.web.frame;

import io.watchfloor.support.Browser;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.sandbox.SandboxAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The script that lays a page that came over the one that is open, in a real browser.
 */
@TestPropertySource(properties = "WATCHFLOOR_FRESHNESS=1s")
class OverlayBrowserTests extends SandboxTest {

	private static final String MENU = """
			<details class="menu" open><summary>Severity</summary><b>%s</b></details>""";

	private static final String TABLE = """
			<details class="chart-table" open><summary>As a table</summary><b>%s</b></details>""";

	private static final String FORM = """
			<input name="q" value="%s"><input type="checkbox"%s><select><option>a</option><option%s>b</option></select>""";

	@RegisterExtension
	private final Browser browser = new Browser();

	@BeforeEach
	void openAPage() {
		this.browser.open(origin() + "/");
		Object failure = this.browser.driver().executeAsyncScript("""
				const done = arguments[arguments.length - 1];
				const frame = document.querySelector("script[src$='/frame/app.js']").src;
				const modules = ["overlay.js", "page.js"].map((name) => import(new URL(name, frame).href));
				Promise.all(modules).then(([{ overlay }, { readPage }]) => {
					const answer = (html) => ({ url: location.href, text: async () => `<section>${html}</section>` });
					const read = async (html) => (await readPage(answer(html))).querySelector("section");
					window.hold = async (html) => {
						window.held = await read(html);
						document.querySelector("main").replaceChildren(window.held);
					};
					window.lay = async (html, polled) => overlay(window.held, await read(html), { polled });
				}).then(() => done(null), (error) => done(String(error)));
				""");
		assertThat(failure).isNull();
	}

	@AfterEach
	void nothingWasComplainedOf() {
		assertThat(this.browser.complaints(SANDBOX.origin())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '>', textBlock = """
			{p}one{/p}                             > {p}two{/p}
			{p}one{/p}                             > {p}one{/p}{p}two{/p}
			{p}one{/p}{p}two{/p}                   > {p}two{/p}
			{p}one{/p}                             > text
			text{p}one{/p}                         > {p}one{/p}text
			{p class=a}one{/p}                     > {p class=b title=c}one{/p}
			{p class=a title=c hidden}one{/p}      > {p class=a}one{/p}
			{p}one{b}two{/b}{/p}                   > {p}{b}two{/b}one{i}three{/i}{/p}
			{p id=a}one{/p}{p id=b}two{/p}         > {p id=b}two{/p}{p id=a}one{/p}
			{p id=a}one{/p}{p id=b}two{/p}         > {p id=c}three{/p}{p id=a}one{/p}
			{p id=a}one{/p}{p}two{/p}{p id=b}3{/p} > {p id=b}3{/p}{p}two{/p}{p id=a}one{/p}
			{ul}{li}1{/li}{li}2{/li}{/ul}          > {ul}{li}2{/li}{/ul}{ol}{li}1{/li}{/ol}
			{svg viewBox='0 0 1 1'}{g/}{/svg}      > {svg viewBox='0 0 2 2'}{g class=a}{path d=M0/}{/g}{/svg}
			{!--one--}{p}one{/p}                   > {!--two--}{p}one{/p}
			''                                     > {p}one{/p}
			{p}one{/p}                             > ''
			""")
	void whatIsHeldBecomesWhatIsWanted(String held, String wanted) {
		for (boolean polled : new boolean[] { true, false }) {
			hold(markup(held));
			lay(markup(wanted), polled);
			String result = html();
			hold(markup(wanted));
			assertThat(result).isEqualTo(html());
		}
	}

	private static String markup(String text) {
		return text.replace('{', '<').replace('}', '>');
	}

	@Test
	void nothingIsWrittenWhereNothingChanged() {
		String page = MENU.formatted("High") + FORM.formatted("word", " checked", " selected")
				+ "<p id='a' class='b'>text</p><svg viewBox='0 0 1 1'><g/></svg>";
		hold(page);
		this.browser.run("window.seen = new MutationObserver(() => {}); window.seen.observe(window.held, "
				+ "{ attributes: true, characterData: true, childList: true, subtree: true })");
		lay(page, false);
		lay(page, true);
		assertThat(this.browser.run("return window.seen.takeRecords().length")).isEqualTo("0");
	}

	@Test
	void elementsAreTheSameOnesWhereverTheirIdMovesTo() {
		hold("<p id='a'>one</p><p id='b'>two</p><p id='c'>three</p>");
		remember("#c");
		lay("<p id='c'>four</p><p id='d'>new</p><p id='a'>one</p>", true);
		assertThat(isRemembered("#c")).isTrue();
		assertThat(html()).isEqualTo("<p id=\"c\">four</p><p id=\"d\">new</p><p id=\"a\">one</p>");
	}

	@Test
	void elementsWithoutAnIdAreTheSameOnesByNameAndFirstClass() {
		hold("<p class='lead'>one</p><p class='note warning'>two</p><ul><li>three</li></ul>");
		remember(".note");
		lay("<p class='note'>2</p><div>new</div><ul><li>3</li></ul>", true);
		assertThat(isRemembered(".note")).isTrue();
		assertThat(html()).isEqualTo("<p class=\"note\">2</p><div>new</div><ul><li>3</li></ul>");
	}

	@Test
	void theFocusStaysWhenRowsComeAndGo() {
		hold("<p id='a'><a href='/1'>1</a></p><p id='b'><a href='/2'>2</a></p><p id='c'><a href='/3'>3</a></p>");
		this.browser.run("document.querySelector('#b a').focus()");
		lay("<p id='new'><a href='/0'>0</a></p><p id='b'><a href='/2'>two</a></p>", true);
		assertThat(this.browser.focused().getText()).isEqualTo("two");
	}

	@Test
	void selectedTextStaysSelectedWhileOtherTextChanges() {
		hold("<p id='a'>10.0.0.1</p><p id='b'>1 min ago</p>");
		this.browser.run("getSelection().selectAllChildren(document.querySelector('#a'))");
		lay("<p id='new'>new</p><p id='a'>10.0.0.1</p><p id='b'>2 min ago</p>", true);
		assertThat(this.browser.run("return String(getSelection())")).isEqualTo("10.0.0.1");
	}

	@Test
	void whatWasScrolledStaysThere() {
		String table = "<div class='table-scroll'><pre>%s" + " ".repeat(2000) + "end</pre></div>";
		hold(table.formatted("one"));
		this.browser.run("document.querySelector('.table-scroll').scrollLeft = 30");
		lay(table.formatted("two"), true);
		assertThat(this.browser.run("return document.querySelector('.table-scroll').scrollLeft")).isEqualTo("30");
		assertThat(html()).contains("two");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whatScriptsOwnStaysAsItIs(boolean polled) {
		hold("<p data-keep hidden>said</p><p>one</p><b data-keep>also without a place in the page that came</b>");
		lay("<p data-keep></p><p>two</p>", polled);
		assertThat(html()).isEqualTo("<p data-keep=\"\" hidden=\"\">said</p><p>two</p>"
				+ "<b data-keep=\"\">also without a place in the page that came</b>");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whatIsUnfoldedStaysUnfoldedAndBecomesCurrent(boolean polled) {
		hold(TABLE.formatted("12"));
		lay(TABLE.formatted("13").replace(" open", ""), polled);
		assertThat(html()).isEqualTo(TABLE.formatted("13").replace(" open", " open=\"\""));
	}

	@Test
	void anOpenMenuIsLeftAloneByAPollAndBecomesCurrentWithAnotherView() {
		hold(MENU.formatted("High 12") + "<p>12</p>");
		lay(MENU.formatted("High 13").replace(" open", "") + "<p>13</p>", true);
		assertThat(html()).isEqualTo(MENU.formatted("High 12").replace(" open", " open=\"\"") + "<p>13</p>");
		lay(MENU.formatted("High 13").replace(" open", "") + "<p>13</p>", false);
		assertThat(html()).isEqualTo(MENU.formatted("High 13").replace(" open", " open=\"\"") + "<p>13</p>");
	}

	@Test
	void aClosedMenuBecomesCurrentByAPoll() {
		String closed = MENU.replace(" open", "");
		hold(closed.formatted("High 12"));
		lay(closed.formatted("High 13"), true);
		assertThat(html()).isEqualTo(closed.formatted("High 13"));
	}

	@Test
	void whatIsTypedTickedAndChosenStaysInAPollAndGivesWayToAnotherView() {
		hold(FORM.formatted("", "", ""));
		this.browser.find("section input[name='q']").sendKeys("half a wo");
		this.browser.find("section input[type='checkbox']").click();
		this.browser.run("document.querySelector('section select').value = 'b'");
		lay(FORM.formatted("", "", ""), true);
		assertThat(inputs()).isEqualTo("half a wo,true,b");
		lay(FORM.formatted("word", "", ""), false);
		assertThat(inputs()).isEqualTo("word,false,a");
		lay(FORM.formatted("", " checked", " selected"), false);
		assertThat(inputs()).isEqualTo(",true,b");
	}

	@Test
	void theDashboardKeepsItsOpenTables() {
		this.browser.signIn(origin() + "/token", SandboxAccount.LEAD);
		this.browser.find("main.token");
		this.browser.open(origin() + "/");
		this.browser.until(() -> this.browser.all("[data-reading]").isEmpty());
		String all = this.browser.text("#trend + a");
		this.browser.find("[data-part='trend'] summary").click();
		this.browser.run("document.activeElement.blur()");
		remember("[data-part='trend'] details[open]");
		defender().add((incident) -> incident.put("severity", "High"));
		this.browser.until(() -> !this.browser.text("#trend + a").equals(all));
		assertThat(isRemembered("[data-part='trend'] details[open]")).isTrue();
	}

	private String inputs() {
		return this.browser.run("return [document.querySelector('section input[name=q]').value, "
				+ "document.querySelector('section input[type=checkbox]').checked, "
				+ "document.querySelector('section select').value].join()");
	}

	private void hold(String html) {
		this.browser.run("return window.hold(arguments[0])", html);
	}

	private void lay(String html, boolean polled) {
		this.browser.run("return window.lay(arguments[0], arguments[1])", html, polled);
	}

	private String html() {
		return this.browser.run("return window.held.innerHTML");
	}

	private void remember(String selector) {
		this.browser.run("window.remembered = document.querySelector(arguments[0])", selector);
	}

	private boolean isRemembered(String selector) {
		return "true"
			.equals(this.browser.run("return window.remembered === document.querySelector(arguments[0])", selector));
	}

}
