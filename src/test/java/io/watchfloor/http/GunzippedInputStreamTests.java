package io.watchfloor.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GunzippedInputStreamTests {

	@Test
	void unpacksWhatWasCompressed() throws IOException {
		byte[] body = "{\"value\":[]}".getBytes(StandardCharsets.US_ASCII);
		assertThat(unpacked(compressed(body, 1)).readAllBytes()).isEqualTo(body);
		InputStream bytewise = unpacked(compressed(new byte[] { (byte) 0xff }, 1));
		assertThat(bytewise.read()).isEqualTo(0xff);
		assertThat(bytewise.read()).isEqualTo(-1);
	}

	@Test
	void refusesFewBytesThatBecomeVeryMany() throws IOException {
		byte[] bomb = compressed(new byte[1_000_000], 90);
		assertThat(bomb).hasSizeLessThan(100_000);
		InputStream body = unpacked(bomb);
		long[] read = new long[1];
		assertThatExceptionOfType(BodyTooLargeException.class).isThrownBy(() -> {
			byte[] buffer = new byte[8192];
			for (int count = body.read(buffer); count != -1; count = body.read(buffer)) {
				read[0] += count;
			}
		}).withMessageContaining("200 times");
		assertThat(read[0]).isLessThan(5_000_000);
	}

	@Test
	void takesTheSameAlertOverAndOver() throws IOException {
		Random random = new Random(1);
		byte[] text = new byte[1_500];
		random.nextBytes(text);
		assertThat(unpacked(compressed(text, 20_000)).readAllBytes()).hasSize(30_000_000);
	}

	@Test
	void takesAnyRatioOfASmallBody() throws IOException {
		assertThat(unpacked(compressed(new byte[900_000], 1)).readAllBytes()).hasSize(900_000);
	}

	@Test
	void refusesTooManyCompressedBytes() throws IOException {
		byte[] noise = new byte[1_000_000];
		new Random(1).nextBytes(noise);
		InputStream body = unpacked(compressed(noise, 26));
		assertThatExceptionOfType(BodyTooLargeException.class)
			.isThrownBy(() -> body.transferTo(OutputStream.nullOutputStream()))
			.withMessageContaining("25000000");
	}

	@Test
	void refusesWhatIsNotCompressed() {
		assertThatExceptionOfType(ZipException.class)
			.isThrownBy(() -> unpacked("{\"value\":[]}".getBytes(StandardCharsets.US_ASCII)).readAllBytes());
	}

	private static InputStream unpacked(byte[] compressed) {
		return new GunzippedInputStream(new ByteArrayInputStream(compressed));
	}

	private static byte[] compressed(byte[] part, int times) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(bytes)) {
			for (int i = 0; i < times; i++) {
				out.write(part);
			}
		}
		return bytes.toByteArray();
	}

}
