package io.watchfloor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.openqa.selenium.chrome.ChromeDriver;

/**
 * A family of fonts in which a browser shows pages. The two differ as much as families of
 * Latin letters do: the glyphs of one are 1.16 times as high as the text's size, those of
 * the other 1.36 times.
 */
public enum FontFamily {

	DEJAVU("DejaVu Sans", "fonts-dejavu-core"),

	NOTO("Noto Sans", "fonts-noto-core");

	/**
	 * What the pages' styles call the font of the system.
	 */
	private static final String PAGE = "data:text/html,<p style='font-family: system-ui'>Text";

	private static final String CONFIGURATION = """
			<?xml version="1.0"?>
			<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
			<fontconfig>
				<include>/etc/fonts/fonts.conf</include>
				<match target="pattern">
					<test name="family" qual="any"><string>sans-serif</string></test>
					<edit name="family" mode="prepend" binding="strong"><string>%s</string></edit>
				</match>
			</fontconfig>
			""";

	private final String family;

	private final String debianPackage;

	FontFamily(String family, String debianPackage) {
		this.family = family;
		this.debianPackage = debianPackage;
	}

	String family() {
		return this.family;
	}

	String debianPackage() {
		return this.debianPackage;
	}

	/**
	 * The environment in which a browser takes this family for the font of the system.
	 */
	Map<String, String> environment() {
		try {
			Path folder = Files.createDirectories(Path.of("target", "fonts"));
			Path file = folder.resolve(name() + ".conf").toAbsolutePath();
			if (!Files.exists(file)) {
				// Written whole at once: browsers of another process of tests may be
				// reading it
				Path written = Files.writeString(Files.createTempFile(folder, name(), ".part"),
						CONFIGURATION.formatted(this.family));
				Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
			}
			return Map.of("FONTCONFIG_FILE", file.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Whether a browser shows text in this family.
	 */
	boolean isUsedBy(ChromeDriver driver) {
		driver.get(PAGE);
		driver.executeCdpCommand("DOM.enable", Map.of());
		driver.executeCdpCommand("CSS.enable", Map.of());
		Map<?, ?> document = (Map<?, ?>) Objects
			.requireNonNull(driver.executeCdpCommand("DOM.getDocument", Map.of()).get("root"));
		Object root = Objects.requireNonNull(document.get("nodeId"));
		Object text = Objects.requireNonNull(
				driver.executeCdpCommand("DOM.querySelector", Map.of("nodeId", root, "selector", "p")).get("nodeId"));
		List<?> fonts = (List<?>) Objects.requireNonNull(
				driver.executeCdpCommand("CSS.getPlatformFontsForNode", Map.of("nodeId", text)).get("fonts"));
		driver.executeCdpCommand("CSS.disable", Map.of());
		driver.executeCdpCommand("DOM.disable", Map.of());
		return fonts.size() == 1 && this.family.equals(((Map<?, ?>) fonts.get(0)).get("familyName"));
	}

}
