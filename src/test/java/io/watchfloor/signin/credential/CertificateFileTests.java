package io.watchfloor.signin.credential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

import io.watchfloor.sandbox.entra.ClientCertificate;
import io.watchfloor.support.LogLines;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CertificateFileTests {

	private static final Instant NOW = Instant.now();

	private static final ClientCertificate FIRST = certificate(200);

	private static final ClientCertificate SECOND = certificate(400);

	private final MutableClock clock = new MutableClock(NOW);

	@RegisterExtension
	private final LogLines log = new LogLines();

	@TempDir
	private Path folder;

	@Test
	void aNewCertificateIsUsedWithoutARestart() throws IOException {
		Path path = write(FIRST, 0);
		CertificateFile file = new CertificateFile(path, this.clock);
		assertUses(file, FIRST);
		write(SECOND, 1);
		assertUses(file, FIRST);
		this.clock.advance(Duration.ofSeconds(5));
		assertUses(file, SECOND);
		assertThat(file.end()).isBetween(NOW.plus(Duration.ofDays(399)), NOW.plus(Duration.ofDays(401)));
	}

	@Test
	void aFileThatCannotBeUsedKeepsTheCertificateBeforeAndIsLoggedOnce() throws IOException {
		Path path = write(FIRST, 0);
		CertificateFile file = new CertificateFile(path, this.clock);
		Files.writeString(path, "-----BEGIN CERTIFICATE-----\n");
		for (int i = 0; i < 3; i++) {
			this.clock.advance(Duration.ofSeconds(5));
			assertUses(file, FIRST);
		}
		assertThat(this.log.lines()).singleElement()
			.asString()
			.contains("stays in use", "AZURE_CLIENT_CERTIFICATE_PATH");
		write(SECOND, 1);
		this.clock.advance(Duration.ofSeconds(5));
		assertUses(file, SECOND);
	}

	@Test
	void aFileThatIsGoneKeepsTheCertificate() throws IOException {
		Path path = write(FIRST, 0);
		CertificateFile file = new CertificateFile(path, this.clock);
		Files.delete(path);
		this.clock.advance(Duration.ofSeconds(5));
		assertUses(file, FIRST);
	}

	@Test
	void thirtyDaysBeforeItEndsACertificateIsWarnedOfOnceADay() throws IOException {
		CertificateFile file = new CertificateFile(write(FIRST, 0), this.clock);
		this.clock.advance(Duration.ofDays(169));
		file.key();
		assertThat(this.log.lines()).isEmpty();
		this.clock.advance(Duration.ofDays(2));
		for (int hour = 0; hour < 47; hour++) {
			file.key();
			this.clock.advance(Duration.ofHours(1));
		}
		assertThat(this.log.lines()).hasSize(2)
			.allSatisfy((line) -> assertThat(line).contains("The client certificate ends on"));
		write(SECOND, 1);
		file.key();
		file.key();
		assertThat(this.log.lines()).hasSize(2);
	}

	@Test
	void aCertificateThatEndsSoonIsWarnedOfAtTheStart() throws IOException {
		new CertificateFile(write(certificate(10), 0), this.clock);
		assertThat(this.log.lines()).singleElement().asString().contains("ends on");
	}

	@Test
	void whatCannotBeUsedAtTheStartIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new CertificateFile(this.folder.resolve("nowhere.pem"), this.clock))
			.withMessageContaining("cannot be read");
		assertThat(CertificateFile.problems(this.folder.resolve("nowhere.pem"))).hasSize(1);
	}

	private Path write(ClientCertificate certificate, int age) throws IOException {
		Path path = this.folder.resolve("client.pem");
		certificate.writeTo(path);
		Files.setLastModifiedTime(path, FileTime.from(NOW.plusSeconds(age)));
		return path;
	}

	private static ClientCertificate certificate(int days) {
		return ClientCertificate.create("client", NOW.plus(Duration.ofDays(days)));
	}

	private static void assertUses(CertificateFile file, ClientCertificate certificate) {
		assertThat(file.key().getX509CertSHA256Thumbprint()).hasToString(certificate.thumbprint());
	}

}
