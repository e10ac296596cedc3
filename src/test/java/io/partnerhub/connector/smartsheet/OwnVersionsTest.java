package io.partnerhub.connector.smartsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sync.system.News;
import org.junit.jupiter.api.Test;

class OwnVersionsTest {

  private static final String SHEET = "4711";

  private static final News NONE = new News.None(true);
  private static final News NONE_AS_FAR_AS_KNOWN = new News.None(false);
  private static final News PERHAPS = new News.Perhaps();

  private final OwnVersions own = new OwnVersions();

  @Test
  void own_calls_explain_exactly_their_versions() {
    own.made(SHEET, 6);
    own.made(SHEET, 7);

    assertThat(own.news(SHEET, 5, 7)).isEqualTo(NONE);
    assertThat(own.news(SHEET, 5, 8)).isEqualTo(PERHAPS);
    assertThat(own.news("4712", 5, 7)).isEqualTo(PERHAPS);
  }

  @Test
  void what_is_explained_between_two_is_still_explained_from_an_older_one() {
    own.made(SHEET, 6);
    own.made(SHEET, 7);

    assertThat(own.explainBetween(SHEET, 6, 7)).isTrue();
    assertThat(own.explainBetween(SHEET, 6, 8)).isFalse();
    assertThat(own.news(SHEET, 5, 7)).isEqualTo(NONE);
  }

  @Test
  void an_edit_between_two_own_calls_is_not_explained() {
    own.made(SHEET, 6);
    own.made(SHEET, 8);

    assertThat(own.news(SHEET, 5, 8)).isEqualTo(PERHAPS);
  }

  @Test
  void the_newest_version_may_be_that_of_a_call_under_way() {
    own.begin(SHEET);
    own.made(SHEET, 6);

    assertThat(own.news(SHEET, 5, 7)).isEqualTo(NONE_AS_FAR_AS_KNOWN);
    assertThat(own.news(SHEET, 5, 8)).isEqualTo(PERHAPS);
  }

  @Test
  void a_version_that_stayed_is_certainly_no_news_though_a_call_is_under_way() {
    own.begin(SHEET);
    own.made(SHEET, 6);

    assertThat(own.news(SHEET, 5, 6)).isEqualTo(NONE);
    assertThat(own.news(SHEET, 6, 6)).isEqualTo(NONE);
  }

  @Test
  void an_older_version_is_never_that_of_a_call_under_way() {
    own.begin(SHEET);
    own.made(SHEET, 7);

    assertThat(own.news(SHEET, 5, 7)).isEqualTo(PERHAPS);
  }

  @Test
  void a_call_that_ended_without_its_version_explains_nothing() {
    own.begin(SHEET);
    own.end(SHEET);

    assertThat(own.news(SHEET, 5, 6)).isEqualTo(PERHAPS);
  }

  @Test
  void a_version_that_went_back_is_not_explained() {
    own.made(SHEET, 6);

    assertThat(own.news(SHEET, 6, 5)).isEqualTo(PERHAPS);
  }
}
