from pipeline.case.linking import Known, named


def test_a_person_keeps_the_id_of_whom_it_shares_most_items_with():
    known = Known({"a": "p1", "b": "p1", "c": "p2"}, highest=5)
    assert named([["c", "x"], ["a", "b"]], known) == ["p2", "p1"]


def test_of_two_that_were_one_the_larger_keeps_the_id_and_the_other_gets_a_new_one():
    known = Known({"a": "p1", "b": "p1", "c": "p1"}, highest=5)
    assert named([["a"], ["b", "c"], ["x"]], known) == ["p6", "p1", "p7"]


def test_of_two_that_became_one_an_id_goes_and_is_not_given_again():
    known = Known({"a": "p1", "b": "p2"}, highest=2)
    assert named([["a", "b"], ["x"]], known) == ["p1", "p3"]
