package io.watchfloor.queue.sweep;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.watchfloor.queue.support.RandomTexts;
import io.watchfloor.support.Seeds;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is read in a threat report, and what is not.
 */
class ReportTests {

	/**
	 * A report as vendors write them.
	 */
	static final String REPORT = """
			Copper Heron: from a fake invoice to ransomware in 31 hours
			Published 12 November 2026 | https://www.threat-notes.example.com/blog/copper-heron | Contact: press@threat-notes.com

			Summary. In October we followed an intrusion that began with a mail from billing@invoices-nordwind[.]com
			(also seen: accounts [at] nordwind-billing [.] net). The attachment report.docx fetched hxxps://cdn.nordwind-files[.]top/get/stage1.zip?id=7
			and dropped C:\\Users\\Public\\update.exe (version 1.2.3.4, signed). Affected: VPN gateway versions 10.1.0.5, 10.1.0.6 and 10.1.2.1.

			Command and control
			  - 203[.]0[.]113[.]77:8443, later 198.51.100.23.
			  - 2001:db8:17::beef (port 443), 2001[:]db8[:]17[:][:]cafe
			  - beacons to update-check(.)info and "login.update-check{.}info"
			  - loader: hxxp://198.51.100.23/a/b.php, backup nordwind-files[.]top/gate.php).
			The script install.sh and run.py wrote to /opt/tools.sh; curl/7.88.1 was the agent, Chrome/120.0.0.0 in others.
			Victims resolved ns1.nordwind-files[dot]top on 127.0.0.1 and scanned 10.20.0.0/16 at 12:30:45, see e.g. section 2.1.

			Indicators
			MD5;44d88612fea8a8f36de82e1278abb02f
			SHA-1: 3395856CE81F2B7382DEE72602F798B642F14140
			SHA256 275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f,update.exe
			44D88612FEA8A8F36DE82E1278ABB02F (again) and 00:1a:2b:3c:4d:5e, a MAC address
			""";

	@Test
	void aReportIsReadForEachOfItsIndicatorsOnce() {
		assertThat(Report.of(REPORT).indicators()).extracting(Indicator::label, Indicator::value, Indicator::defanged)
			.containsExactly(tuple("URL", "https://www.threat-notes.example.com/blog/copper-heron", false),
					tuple("Mail address", "press@threat-notes.com", false),
					tuple("Mail address", "billing@invoices-nordwind.com", true),
					tuple("Mail address", "accounts@nordwind-billing.net", true),
					tuple("URL", "https://cdn.nordwind-files.top/get/stage1.zip?id=7", true),
					tuple("IPv4 address", "203.0.113.77", true), tuple("IPv4 address", "198.51.100.23", false),
					tuple("IPv6 address", "2001:db8:17::beef", false), tuple("IPv6 address", "2001:db8:17::cafe", true),
					tuple("Domain", "update-check.info", true), tuple("Domain", "login.update-check.info", true),
					tuple("URL", "http://198.51.100.23/a/b.php", true),
					tuple("URL", "nordwind-files.top/gate.php", true), tuple("Domain", "ns1.nordwind-files.top", true),
					tuple("MD5", "44d88612fea8a8f36de82e1278abb02f", false),
					tuple("SHA-1", "3395856CE81F2B7382DEE72602F798B642F14140", false),
					tuple("SHA-256", "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f", false));
	}

	private static Tuple tuple(Object... values) {
		return Tuple.tuple(values);
	}

	@Test
	void whatIsTakenForSomethingElseIsListedWithTheReason() {
		assertThat(Report.of(REPORT).leftOut()).extracting(LeftOut::text, LeftOut::reason)
			.containsExactly(tuple("1.2.3.4", LeftOut.Reason.VERSION), tuple("10.1.0.5", LeftOut.Reason.VERSION),
					tuple("10.1.0.6", LeftOut.Reason.VERSION), tuple("10.1.2.1", LeftOut.Reason.VERSION),
					tuple("install.sh", LeftOut.Reason.FILE), tuple("run.py", LeftOut.Reason.FILE),
					tuple("tools.sh", LeftOut.Reason.FILE), tuple("120.0.0.0", LeftOut.Reason.VERSION),
					tuple("127.0.0.1", LeftOut.Reason.EVERY_MACHINE), tuple("10.20.0.0/16", LeftOut.Reason.NETWORK));
	}

	@Test
	void addressesThatAreNotDefangedAndKindsMayBeLeftOut() {
		Report report = Report
			.of("hxxp://evil[.]example.com/a https://vendor.com/blog 44d88612fea8a8f36de82e1278abb02f");
		Set<IndicatorKind> all = EnumSet.allOf(IndicatorKind.class);
		assertThat(report.chosen(all, false)).hasSize(3);
		assertThat(report.chosen(all, true)).extracting(Indicator::value)
			.containsExactly("http://evil.example.com/a", "44d88612fea8a8f36de82e1278abb02f");
		assertThat(report.chosen(Set.of(IndicatorKind.HASH), false)).extracting(Indicator::label)
			.containsExactly("MD5");
	}

	@ParameterizedTest
	@CsvSource({ "198[.]51[.]100[.]7, 198.51.100.7", "hXXps[:]//evil[.]com/a, https://evil.com/a",
			"fxp://files[.]evil[.]com/x, ftp://files.evil.com/x", "EVIL[.]COM, evil.com", "evil.com., evil.com",
			"'(evil[.]com)', evil.com", "'\"evil[.]com\"', evil.com", "ada(at)evil(dot)com, ada@evil.com",
			"mailto:ada@evil.com, ada@evil.com", "@evil.com, evil.com", "evil.com:8080, evil.com",
			"evil.com:8080/x, evil.com:8080/x", "http://evil.com:80, http://evil.com/",
			"2001:DB8::7, 2001:db8:0:0:0:0:0:7", "::ffff:198.51.100.7, 198.51.100.7", "198.51.100.7/32, 198.51.100.7",
			"http://a@evil.com/x, evil.com/x", "xn--80ak6aa92e.com, аррӏе.com", "evil[.]zip, evil(.)zip",
			"hxxp://evil[.]sh, http://evil.sh", "a.b.evil.sh, a.b.evil.sh", "evil\u200B.com, evil.com" })
	void isReadTheSameHoweverItIsWritten(String written, String same) {
		assertThat(keys(written)).hasSize(1).isEqualTo(keys(same));
	}

	@ParameterizedTest
	@ValueSource(strings = { "report.docx", "Microsoft.Win32.Registry", "kernel32.dll", "1.2.3", "1.2.3.4.5",
			"999.1.1.1", "01.02.03.04", "v1.2.3.4", "e.g.", "and/or", "12:30:45", "00:1a:2b:3c:4d:5e", "std::vector",
			"a@b", "ada@localhost", "http://localhost/x", "file.txt/x", "C:\\a\\b.com", "/etc/x.com", "::", "::1",
			"0.0.0.0", "deadbeef", "44d88612fea8a8f36de82e1278abb02", "x44d88612fea8a8f36de82e1278abb02f", "-", "...",
			"@", "://", "http://", "[.]", "a..b", "%", "evil.notatld" })
	void isNoIndicator(String text) {
		assertThat(Report.of(text).indicators()).isEmpty();
	}

	@Test
	void aRedirectorIsReadAndItsTargetToo() {
		assertThat(Report.of("https://redirect.example.com/r?to=https://evil.com/x,").indicators())
			.extracting(Indicator::value)
			.containsExactly("https://redirect.example.com/r?to=https://evil.com/x", "https://evil.com/x");
	}

	@Test
	@Timeout(60)
	void aTextOfNothingButMarksIsReadInATimeThatGrowsWithItsLength() {
		for (String part : List.of("a.", "a:", "a@", "a.,", "a:,", "[.]", "http://", "(", "1.1.1.1/", "::", "hxxp",
				") ", "x.com/")) {
			assertThat(Report.of(part.repeat(1_000_000 / part.length())).indicators()).hasSizeLessThan(200_000);
		}
	}

	@Test
	@Timeout(60)
	void whateverIsPastedIsRead() {
		Seeds.tryOut(500, (seed) -> {
			Report report = Report.of(new RandomTexts(new Random(seed)).text(2_000));
			assertThat(report.indicators()).extracting(Indicator::key).doesNotHaveDuplicates();
		});
	}

	@Test
	void aReportMayHaveMoreIndicatorsThanASweepTakes() {
		String many = IntStream.range(0, 6_000)
			.mapToObj((number) -> "%032x".formatted(number))
			.collect(Collectors.joining("\n"));
		assertThat(Report.of(many + "\n" + many).indicators()).hasSize(6_000);
	}

	private static List<String> keys(String text) {
		return Report.of(text).indicators().stream().map(Indicator::key).toList();
	}

}
