package io.watchfloor.web.incident;

import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.Browser;
import io.watchfloor.support.SandboxTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The copy buttons that scripts put beside what an analyst copies from an incident.
 */
class CopyBrowserTests extends SandboxTest {

	@RegisterExtension
	private final Browser browser = new Browser();

	@BeforeEach
	void signIn() {
		this.browser.signIn(origin() + "/incidents/960001", SandboxAccount.LEAD);
		this.browser.find("main.incident");
	}

	@Test
	void everyValueIsCopiedAsItCameAndTheButtonSaysWhatItIs() {
		this.browser.find(".incident-entities .incident-copy");
		assertThat(this.browser.all(".incident-entities [data-raw]")).isEmpty();
		assertThat(buttons("mail-message")).contains("Sender: billing@invoices-contoso.example");
		assertThat(buttons("process")).anySatisfy((button) -> assertThat(button).startsWith("Command line: "))
			.anySatisfy((button) -> assertThat(button).startsWith("the name: "));
	}

	@Test
	void whatIsFoldedGetsItsButtonsWhenItIsOpened() {
		defender().tellLargeIncidents();
		this.browser.open(origin() + "/incidents/960010/print");
		this.browser.find("#kind-process");
		assertThat(buttons("process")).isEmpty();
		this.browser.find("summary:has(#kind-process)").click();
		this.browser.find("details:has(> summary #kind-process) .incident-copy");
		assertThat(buttons("process")).hasSizeGreaterThan(850);
		assertThat(buttons("file")).isEmpty();
	}

	private List<String> buttons(String kind) {
		String buttons = "details:has(> summary #kind-%s) table .incident-copy".formatted(kind);
		String found = this.browser.run(
				"return [...document.querySelectorAll(arguments[0])].map((button) => button.querySelector('.visually-hidden')"
						+ ".textContent + ': ' + button.dataset.copy).join('\\u001f')",
				buttons);
		return Stream.of(found.split("\u001f")).filter((button) -> !button.isEmpty()).toList();
	}

}
